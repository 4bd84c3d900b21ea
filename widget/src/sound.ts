/** What a form may say of itself, and an empty object never does. */
const said = ['jumps', 'showIf', 'words', 'required', 'other', 'section', 'help', 'why', 'unit']

/**
 * Throws where the page has broken what a conversation rests on, or has given every object a property that would be
 * read as the form's. Going on would get stuck; the form's own page is the way then.
 */
export const assertSound = (): void => {
  const list = ['b', 'a']
  const object = { a: 1 }
  const found = JSON.stringify([
    list.filter((one) => one > 'a'),
    list.map((one) => one + one),
    list.flatMap((one) => [one, one]),
    [list.some((one) => one > 'a'), list.every((one) => one > 'a'), list.includes('a')],
    [
      list.find((one) => one < 'b'),
      list.findIndex((one) => one < 'b'),
      list.indexOf('a'),
      list.at(-1),
    ],
    list.reduce((text, one) => text + one, ''),
    [list.slice(1), list.concat('c'), list.join('-'), [...list].sort()],
    [
      Object.keys(object),
      Object.values(object),
      Object.entries(object),
      Object.hasOwn(object, 'a'),
    ],
    [
      Object.fromEntries([['a', 1]]),
      Object.assign({}, object),
      Array.isArray(list),
      [...list.entries()],
    ],
    [
      /a(b)/.exec('ab')?.[1],
      /b/.test('ab'),
      'ab'.replace('a', 'c'),
      'a b'.split(' '),
      ' a '.trim(),
    ],
    [new Map([['a', 1]]).get('a'), [...new Set('aa')]],
  ])
  if (found !== sound || said.some((name) => name in {})) throw new Error('the page is broken')
}

const sound =
  '[["b"],["bb","aa"],["b","b","a","a"],[true,false,true],["a",1,1,"a"],"ba",[["a"],["b","a","c"],"b-a",["a","b"]],[["a"],[1],[["a",1]],true],[{"a":1},{"a":1},true,[[0,"b"],[1,"a"]]],["b",true,"cb",["a","b"],"a"],[1,["a"]]]'
