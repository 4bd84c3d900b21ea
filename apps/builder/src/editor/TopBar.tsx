import { Button, Chip, IconButton, Menu, ThemeToggle } from '@bantam/ui'
import { ChevronLeft, Download, Ellipsis, History, Redo2, Share2, Undo2 } from 'lucide-preact'
import type { OpenForm } from './document.ts'
import { exportDraft } from './export-draft.ts'
import { SaveState } from './SaveState.tsx'

interface TopBarProps {
  open: OpenForm
  onLeave: () => void
  onHistory: () => void
  onShare: () => void
  onPublish: () => void
}

export const TopBar = ({ open, onLeave, onHistory, onShare, onPublish }: TopBarProps) => {
  const { editor } = open
  const version = open.publishedVersion.value
  return (
    <header class="topbar">
      <a
        class="topbar-back"
        href="/"
        aria-label="All forms"
        title="All forms"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          event.stopPropagation()
          onLeave()
        }}
      >
        <ChevronLeft size={18} aria-hidden="true" />
      </a>
      <h1 class="ui-ellipsis">{editor.form.value.title}</h1>
      {version === null ? (
        <Chip shape="ring">Draft</Chip>
      ) : (
        <Chip
          tone={open.isChanged.value ? 'neutral' : 'good'}
          shape={open.isChanged.value ? 'half' : 'check'}
          title={open.isChanged.value ? 'Visitors do not see the last changes yet' : undefined}
        >
          Version {version}
          {open.isChanged.value ? ', changed since' : ' is live'}
        </Chip>
      )}
      <SaveState status={open.status.value} />
      <div class="topbar-tools">
        <span class="topbar-history">
          <IconButton
            label="Undo (Ctrl Z)"
            icon={<Undo2 aria-hidden="true" />}
            disabled={!editor.canUndo.value}
            onClick={editor.undo}
          />
          <IconButton
            label="Redo (Ctrl Shift Z)"
            icon={<Redo2 aria-hidden="true" />}
            disabled={!editor.canRedo.value}
            onClick={editor.redo}
          />
        </span>
        <IconButton label="Versions" icon={<History aria-hidden="true" />} onClick={onHistory} />
        <span class="topbar-theme">
          <ThemeToggle />
        </span>
        <span class="topbar-more">
          <Menu
            label="More"
            trigger={<Ellipsis size={16} aria-hidden="true" />}
            items={[
              {
                id: 'export',
                label: 'Export as a file',
                icon: <Download aria-hidden="true" />,
                run: () => void exportDraft(open),
              },
            ]}
          />
        </span>
        <Button icon={<Share2 aria-hidden="true" />} aria-label="Share" onClick={onShare}>
          <span class="topbar-word">Share</span>
        </Button>
        <Button tone={open.isChanged.value ? 'primary' : 'plain'} onClick={onPublish}>
          Publish
        </Button>
      </div>
    </header>
  )
}
