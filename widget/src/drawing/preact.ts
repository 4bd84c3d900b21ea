import { jsx } from 'preact/jsx-dev-runtime'
import { makeWith } from './element.ts'

export { hydrate, render } from 'preact'

// Not createElement, which copies properties one by one: a page may have put a setter on every object.
makeWith((type, props, key) => Reflect.apply(jsx, undefined, [type, props, key]))
