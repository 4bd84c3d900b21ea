import '@bantam/ui/ui.css'
import './home/entrance.css'
import './home/home.css'
import './gallery/gallery.css'
import './import/import.css'
import './editor/preview.css'
import './editor/editor.css'
import './editor/findings.css'
import './editor/inspector.css'
import './rules/rules.css'
import './settings/settings.css'
import './settings/look.css'
import './settings/languages.css'
import './share/share.css'
import { startTheme } from '@bantam/ui'
import { render } from 'preact'
import { App } from './App.tsx'
import { takeSetUpToken } from './home/set-up-token.ts'

takeSetUpToken()
startTheme()
const page = document.getElementById('app')
if (page) render(<App />, page)
