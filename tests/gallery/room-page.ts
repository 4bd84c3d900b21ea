import type { Exhibit, Room } from './rooms.ts'

interface House {
  readonly rooms: readonly Room[]
  /** Address of the widget's script. */
  readonly script: string
}

/** The entrance: every room with what it shows. */
export const entrancePage = ({ rooms }: Pick<House, 'rooms'>): string =>
  html({
    title: 'Widget gallery',
    body: `<h1>Widget gallery</h1>
<p class="about">Every kind of question, face, mode, theme and language of the widget, as a website on another origin embeds it.</p>
${[...grouped(rooms)]
  .map(
    ([group, some]) => `<h2>${group}</h2>
<ul class="doors">${some.map(door).join('')}</ul>`,
  )
  .join('\n')}`,
  })

const door = ({ path, title, about, exhibits }: Room) =>
  `<li><a href="${path}"><b>${title}</b>${exhibits.length > 1 ? `<span>${exhibits.length}</span>` : ''}<p>${about}</p></a></li>`

/** One room; with `only`, nothing but the exhibits of those names. */
export const roomPage = (
  room: Room,
  { rooms, script, only }: House & { readonly only: readonly string[] },
): string => {
  const shown = room.exhibits.filter(({ name }) => only.length === 0 || only.includes(name))
  return html({
    title: room.title,
    script,
    body: (room.setting === 'bare' ? bare : walls)(room, { rooms, shown }),
  })
}

interface Hung {
  readonly rooms: readonly Room[]
  readonly shown: readonly Exhibit[]
}

const bare = (_room: Room, { shown }: Hung) => shown.map(({ snippet }) => snippet).join('')

const walls = (room: Room, { rooms, shown }: Hung) =>
  `${ways(rooms, room)}<main>
<h1>${room.title}</h1>
<p class="about">${room.about}</p>
${shown.length > 5 ? `<p class="jumps">${shown.map(({ name }) => `<a href="#${slug(name)}">${name}</a>`).join('')}</p>` : ''}
${room.setting === 'article' ? article(shown.map(framed).join('')) : `<div class="exhibits">${shown.map(framed).join('')}</div>`}
</main>`

const ways = (rooms: readonly Room[], here: Room) =>
  `<nav aria-label="Gallery"><a class="home" href="/">Widget gallery</a>${[...grouped(rooms)]
    .map(
      ([group, some]) =>
        `<b>${group}</b>${some.map(({ path, title }) => `<a href="${path}"${path === here.path ? ' aria-current="page"' : ''}>${title}</a>`).join('')}`,
    )
    .join('')}</nav>`

const framed = ({ name, snippet, language }: Exhibit) =>
  `<section aria-label="${name}" id="${slug(name)}"${language ? ` lang="${language}"` : ''}>
<header><b>${name}</b><details><summary>Snippet</summary><pre><code>${escaped(snippet)}</code></pre></details></header>
${snippet}
</section>`

/** The page around it is a website's, long enough to scroll. */
const article = (exhibit: string) => `<p>${prose}</p>${exhibit}${`<p>${prose}</p>`.repeat(24)}`

const prose =
  'Acme makes the small parts that large machines depend on. What began in a shed with one lathe ships to forty countries today, and the people who answer the telephone still know what a lathe is.'

const grouped = (rooms: readonly Room[]) => {
  const groups = new Map<Room['group'], Room[]>()
  for (const room of rooms) groups.set(room.group, [...(groups.get(room.group) ?? []), room])
  return groups
}

const slug = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const html = ({ title, body, script }: { title: string; body: string; script?: string }) =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/gallery.css">
${script === undefined ? '' : `<script src="${script}" async></script>`}
</head>
<body>${body}</body>
</html>
`
