"""A workspace of the reference platform that has very many contacts, for measuring."""

from __future__ import annotations

# A third are friends, a fifth get the letter, each likes some bread; names are had by many, by some or one.
PEOPLE = """
with workspace as (select id from workspaces where name = %(called)s),
  people as (
    insert into contacts (id, workspace_id, address_key, email, name, details, sample, created_at)
    select 'contact_' || md5(n::text), workspace.id, mail, mail,
      (array['Priya', 'Noor', 'Tariq', 'Ravi', 'Maya', 'Ada', 'Grace'])[n %% 7 + 1] || ' ' ||
        (array['Baker', 'Miller', 'Cooper', 'Smith', 'Turner'])[n %% 5 + 1] || ' ' ||
        upper(substr(md5(n::text), 1, 6)),
      jsonb_build_object('favourite bread', (array['rye', 'spelt', 'oat'])[n %% 3 + 1]), false,
      now() - n * interval '1 minute'
    from workspace, generate_series(1, %(many)s) n,
      lateral (select substr(md5('mail' || n), 1, 8) || n || '@customers.bench.example' as mail) named
    returning id, workspace_id, created_at
  ),
  tags as (
    insert into contact_tags (contact_id, tag, workspace_id)
    select id, 'friend', workspace_id from people where get_byte(decode(md5(id), 'hex'), 0) < 85
  ),
  lists as (
    insert into list_entries (contact_id, list, workspace_id)
    select id, 'Sunday letter', workspace_id from people where get_byte(decode(md5(id), 'hex'), 1) < 51
  )
insert into contact_history (key, contact_id, workspace_id, kind, words, trace_id, at)
select 'bench:' || id, id, workspace_id, 'signed up', 'Signed up at Bench', repeat('0', 32), created_at
from people
"""
SEARCHES = (
    "rye",
    "Priya Baker",
    "priya",
    "Noor",
    "Cooper A",
    "@customers",
    "1234",
    "ada smith",
    "nobody at all",
)
CONDITIONS = {
    "friends": ("all", [{"kind": "tagged", "tag": "friend"}]),
    "friends who like rye": (
        "all",
        [
            {"kind": "tagged", "tag": "friend"},
            {"kind": "detail_contains", "detail": "favourite bread", "value": "ry"},
            {"kind": "not_listed", "list": "Sunday letter"},
        ],
    ),
    "close to us": (
        "any",
        [{"kind": "tagged", "tag": "friend"}, {"kind": "listed", "list": "Sunday letter"}],
    ),
    "of one name": ("all", [{"kind": "words", "words": "Turner"}, {"kind": "not_tagged", "tag": "friend"}]),
}
SETTLED = "vacuum analyze contacts, contact_tags, list_entries, contact_history"
