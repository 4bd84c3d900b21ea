/** Asks once whether pages may be noted, and says on every page what was answered. */
export const script = `
window.bantam = window.bantam || []
const choice = document.querySelector('#choice')
const say = (answer) => bantam.push(['consent', { signals: answer === 'yes' }])
const known = localStorage.getItem('choice')
if (known) say(known)
else choice.hidden = false
choice.addEventListener('click', ({ target }) => {
  if (!target.value) return
  localStorage.setItem('choice', target.value)
  choice.hidden = true
  say(target.value)
})
`
