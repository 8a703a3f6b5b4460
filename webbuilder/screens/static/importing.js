// A file that is too large is refused before any of it is sent.
const file = document.querySelector('#file')
const told = document.querySelector('#too-large')

file?.addEventListener('change', () => {
  const large = [...file.files].some(one => one.size > Number(file.dataset.most))
  told.hidden = !large
  file.setCustomValidity(large ? told.textContent : '')
})
