import { useEffect } from 'preact/hooks'
import { tinykeys } from 'tinykeys'
import type { OpenForm } from './document.ts'

/** Undo, redo and save by key, wherever the focus is; inside the preview its own fields undo themselves. */
export const useEditorKeys = ({ editor, autosave }: OpenForm) => {
  useEffect(() => {
    const unlessElsewhere = (act: () => void) => (event: KeyboardEvent) => {
      const { target } = event
      if (target instanceof Element && target.closest('.preview-host, dialog')) return
      event.preventDefault()
      act()
    }
    return tinykeys(window, {
      '$mod+KeyZ': unlessElsewhere(editor.undo),
      '$mod+Shift+KeyZ': unlessElsewhere(editor.redo),
      '$mod+KeyY': unlessElsewhere(editor.redo),
      '$mod+KeyS': unlessElsewhere(() => void autosave.flush()),
    })
  }, [editor, autosave])
}
