/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { font, painted, styleSheet } from './palette.ts'

/** The sheet every mail is written on: 600 px at most, tables throughout, readable without images or a style sheet. */
export const Letter = ({
  title,
  preview,
  head,
  foot,
  children,
}: {
  title: string
  /** What a list of mails shows after the subject. */
  preview: string
  head: ComponentChildren
  foot: ComponentChildren
  children: ComponentChildren
}) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no" />
      <title>{title}</title>
      <style>{styleSheet()}</style>
    </head>
    <body {...painted('page', { margin: '0', padding: '0', 'font-family': font })}>
      <div style={{ display: 'none', 'max-height': '0', overflow: 'hidden', opacity: '0' }}>
        {preview}
        {'\u200c\u00a0'.repeat(60)}
      </div>
      <Rows {...painted('page')}>
        <tr>
          <td align="center" class="gutter" style={{ padding: '32px 16px' }}>
            <Rows style={{ 'max-width': '600px', margin: '0 auto' }}>
              <tr>
                <td style={{ padding: '0 4px 12px' }}>{head}</td>
              </tr>
              <tr>
                <td {...painted(['card', 'line'], sheet)}>{children}</td>
              </tr>
              <tr>
                <td {...painted('soft', { ...small, padding: '16px 4px 0' })}>{foot}</td>
              </tr>
            </Rows>
          </td>
        </tr>
      </Rows>
    </body>
  </html>
)

/** A table that is layout only, so that screen readers pass over it. */
export const Rows = ({
  children,
  ...rest
}: {
  children: ComponentChildren
  class?: string
  style?: { readonly [property: string]: string }
}) => (
  <table
    role="presentation"
    width="100%"
    cellPadding="0"
    cellSpacing="0"

    class={rest.class}
    style={{ 'border-collapse': 'separate', 'border-spacing': '0', ...rest.style }}
  >
    <tbody>{children}</tbody>
  </table>
)

/** A part of the sheet, set apart from the one before by a hairline unless it is the first. */
export const Section = ({
  isFirst = false,
  children,
}: {
  isFirst?: boolean
  children: ComponentChildren
}) => (
  <Rows>
    <tr>
      <td
        {...painted('line', {
          'border-style': 'solid',
          'border-width': isFirst ? '0' : '1px 0 0',
        })}
      >
        <div class="inner" style={{ padding: '24px 32px' }}>
          {children}
        </div>
      </td>
    </tr>
  </Rows>
)

/** Whom or what the mail is about, in large. */
export const Title = ({ children }: { children: ComponentChildren }) => {
  const { class: tone, style } = painted('ink', {
    margin: '0',
    'font-size': '26px',
    'line-height': '32px',
    'font-weight': '600',
    'letter-spacing': '-0.01em',
    'overflow-wrap': 'anywhere',
  })
  return (
    <h1 dir="auto" class={`${tone} title`} style={style}>
      {children}
    </h1>
  )
}

export const Heading = ({ children }: { children: ComponentChildren }) => (
  <h2
    {...painted('soft', {
      margin: '0 0 12px',
      'font-size': '13px',
      'line-height': '20px',
      'font-weight': '600',
    })}
  >
    {children}
  </h2>
)

/** A link drawn as a button by its table cell, which every program paints. */
export const ButtonLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <table role="presentation" class="wide" cellPadding="0" cellSpacing="0">
    <tbody>
      <tr>
        <td {...painted('button', { 'border-radius': '8px', 'text-align': 'center' })}>
          <a
            href={href}
            style={{
              display: 'block',
              padding: '12px 24px',
              'font-size': '16px',
              'line-height': '24px',
              'font-weight': '600',
              color: '#ffffff',
              'text-decoration': 'none',
            }}
          >
            {children}
          </a>
        </td>
      </tr>
    </tbody>
  </table>
)

export const small = { 'font-size': '13px', 'line-height': '20px' } as const
export const body = { 'font-size': '16px', 'line-height': '24px' } as const

const sheet = { 'border-style': 'solid', 'border-width': '1px', 'border-radius': '8px' } as const
