/** The example website's own look, unlike Bantam's: the form has to live with it. */
export const styles = `
:root { color-scheme: light; --ink: #1c2b33; --sea: #0b5563; --foam: #f3f7f6; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: auto 1fr auto;
  font: 17px/1.6 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--foam); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 8px 24px;
  padding: 24px max(24px, calc(50vw - 560px)); }
.name { font-weight: bold; font-size: 20px; color: var(--sea); text-decoration: none; }
nav { display: flex; gap: 24px; }
nav a { color: inherit; text-underline-offset: 6px; text-decoration: none; }
nav a[aria-current] { text-decoration: underline; }
main { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 64px; align-items: start;
  padding: 48px max(24px, calc(50vw - 560px)); }
h1 { margin: 0 0 16px; font-size: clamp(34px, 4.5vw, 52px); line-height: 1.1; letter-spacing: -0.01em; color: var(--sea); }
.lead { font-size: 20px; margin: 0 0 24px; }
ul { margin: 0; padding-left: 20px; }
li { margin-bottom: 8px; }
.form { min-height: 540px; }
footer { padding: 24px max(24px, calc(50vw - 560px)); font-size: 14px; color: #51656b; }
@media (max-width: 800px) { main { grid-template-columns: minmax(0, 1fr); gap: 32px; padding-block: 16px; } }
`
