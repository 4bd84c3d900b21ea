const heading = () =>
  (document.querySelector('bantam-form')?.shadowRoot ?? document).querySelector('h2')?.textContent

/** Milliseconds from the next key to the frame that shows another question than now. */
const nextQuestion = () =>
  new Promise<number>((resolve) => {
    const before = heading()
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - timeStamp)
        // What a frame's callbacks see is painted in that frame, before the next task.
        const look = () =>
          heading() === before ? requestAnimationFrame(look) : port2.postMessage(undefined)
        requestAnimationFrame(look)
      },
      { once: true, capture: true },
    )
  })

Object.assign(window, { nextQuestion })
