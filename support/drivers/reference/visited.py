"""A site of the reference platform to which very many came, for measuring."""

from __future__ import annotations

# Thirty days, ten pages and eight sources. Each visitor has one day and some three events; of a hundred three
# are of sent forms, six of begun ones, and two are set apart. They come in their order, as they do in life.
_EVENTS = """
insert into site_events (id, workspace_id, site_id, kind, path, visitor, source, apart, trace_id, at)
select 'bench:' || n, workspace_id, id,
  case when chance < 3 then 'sent' when chance < 9 then 'began' else 'view' end,
  '/' || case n %% 10 when 0 then '' else 'page-' || n %% 10 end,
  case when chance < 98 then substr(md5('person' || person), 1, 24) end,
  case when chance < 98 then 'source ' || person %% 8 end,
  case when chance >= 98 then 'by a machine' end,
  md5('trace' || n), at
from sites, generate_series(1, %(many)s) n,
  lateral (select n * 3 / 10 as person, abs(hashint4(n)::bigint) %% 100 as chance) events,
  lateral (select date_trunc('day', now(), 'UTC')
    - abs(hashint4(person)::bigint) %% 30 * interval '1 day' as day) days,
  lateral (select day + random() * least(interval '1 day', now() - day) as at) moments
where id = %(site)s
order by at
"""
# A letter came of each form that was sent; every other one was opened, every sixth had its button pressed.
_READER = """
insert into contacts (id, workspace_id, address_key, email, name, details, sample, created_at)
select 'contact_bench', workspace_id, mail, mail, 'A reader', '{}', false, now()
from sites, (select 'reader@bench.example' as mail) named where id = %(site)s
"""
_LETTERS = """
with letters as (
  insert into mails (message_id, workspace_id, contact_id, recipient, subject, text, html, trace_id, state,
    entered_at, changed_at)
  select '<' || id || '@bench.example>', workspace_id, 'contact_bench', 'reader@bench.example', 'Welcome',
    'Welcome', 'Welcome', trace_id, 'accepted', at, at
  from site_events where site_id = %(site)s and kind = 'sent'
  returning message_id, workspace_id, entered_at
)
insert into mail_tokens (message_id, token, workspace_id, site_id, contact_id, subject, address, visited,
  made_at, opened_at, clicked_at)
select message_id, md5(message_id), workspace_id, %(site)s, 'contact_bench', 'Welcome', 'https://b.example',
  '[]', entered_at,
  case when chance %% 2 = 0 then entered_at end, case when chance %% 6 = 0 then entered_at end
from letters, lateral (select get_byte(decode(md5(message_id), 'hex'), 0) as chance) drawn
"""
# What lets a site of an id have `many` events, one after the other; and what settles the tables afterwards.
VISITED = (_EVENTS, _READER, _LETTERS)
COUNTED = "vacuum analyze site_events, mails, mail_tokens"
