import '@bantam/ui/ui.css'
import './inbox.css'
import { startTheme } from '@bantam/ui'
import { render } from 'preact'
import { App, createQueries } from './App.tsx'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no place for the app')
startTheme()
render(<App queries={createQueries()} />, place)
