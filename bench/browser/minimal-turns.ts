import { h, render } from 'preact'

// The yardstick of going on: the least that Preact needs to ask one question after the other.
const place = document.createElement('div')
document.body.append(place)

const ask = (turn: number): void =>
  render(
    h(
      'form',
      {
        key: turn,
        onSubmit(event: Event) {
          event.preventDefault()
          ask(turn + 1)
          place.querySelector('input')?.focus()
        },
      },
      [
        h('h2', null, `Question ${turn}`),
        h('input', { type: 'text', 'aria-label': `Question ${turn}` }),
        h('button', null, 'OK'),
      ],
    ),
    place,
  )
ask(1)
