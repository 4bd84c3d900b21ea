import { h, render } from 'preact'

// The yardstick: the least that Preact needs to ask the first question of the same form.
const script = document.querySelector<HTMLScriptElement>('script[data-form]')
const place = document.createElement('div')
script?.after(place)

void fetch(script?.dataset['form'] ?? '')
  .then((response) => response.json())
  .then(({ definition: { questions } }) =>
    render(
      h('form', null, [
        h('h2', null, questions[0].title),
        h('input', { type: 'text', 'aria-label': questions[0].title }),
        h('button', null, 'OK'),
      ]),
      place,
    ),
  )
