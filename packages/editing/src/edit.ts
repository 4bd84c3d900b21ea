import type {
  Calculation,
  Choice,
  Condition,
  ConsentText,
  Ending,
  Jump,
  Question,
} from '@bantam/schema'
import type { EndingFields, FormFields, QuestionFields, Setting } from './field.ts'

/** The neighbour that an addition or a move lands before; without one it goes to the end. */
interface Landing {
  before?: string | undefined
}

/** What each edit says. Positions (`at`, `to`) count from 0 in the list as it is when the edit applies. */
interface Edits {
  /** Several edits as one step, each on what the one before left; those that do not apply are passed over. */
  batch: { edits: readonly Edit[] }

  setForm: Setting<FormFields>
  /** An undefined value takes the name out of the theme. */
  setTheme: { name: string; value: string | number | boolean | undefined }
  /** An empty text is a text not translated; a language stays without any. Keys are dotted, as in `questions.size.title`. */
  setTranslation: { language: string; key: string; text: string }
  /** All texts of a language at once; undefined removes the language. */
  setTranslations: { language: string; texts: Readonly<Record<string, string>> | undefined }
  addHidden: { name: string } & Landing
  removeHidden: { name: string }
  /** Conditions and texts of the form follow; a name that is taken is refused. */
  renameHidden: { name: string; to: string }
  moveHidden: { name: string } & Landing
  addCalculation: { calculation: Calculation } & Landing
  setCalculation: { id: string } & Setting<Omit<Calculation, 'id'>>
  removeCalculation: { id: string }
  /** Conditions and texts of the form follow; an id that is taken is refused. */
  renameCalculation: { id: string; to: string }
  moveCalculation: { id: string } & Landing
  addConsent: { consent: ConsentText } & Landing
  setConsent: { purpose: string } & Setting<Omit<ConsentText, 'purpose'>>
  removeConsent: { purpose: string }
  moveConsent: { purpose: string } & Landing

  addQuestion: { question: Question } & Landing
  removeQuestion: { id: string }
  moveQuestion: { id: string } & Landing
  /** The copy stands after the original. It keeps when it shows, but neither jumps nor the lead property. */
  duplicateQuestion: { id: string; newId: string }
  setQuestion: { id: string } & Setting<QuestionFields>
  /** Becomes the kind of `blank` and keeps what fits it; what it then lacks is taken from `blank`. */
  setQuestionKind: { id: string; blank: Question }
  /** Always shown when `when` is undefined. */
  setShowIf: { id: string; when: Condition | undefined }
  /** Lands at `at`, or last. */
  addJump: { id: string; jump: Jump; at?: number | undefined }
  setJump: { id: string; at: number; jump: Jump }
  removeJump: { id: string; at: number }
  moveJump: { id: string; at: number; to: number }

  addChoice: { id: string; choice: Choice } & Landing
  setChoiceLabel: { id: string; choice: string; label: string }
  removeChoice: { id: string; choice: string }
  moveChoice: { id: string; choice: string } & Landing
  /** Pictures of a picture choice; an empty text removes it. */
  setChoiceImage: { id: string; choice: string; image: string }
  setChoiceAlt: { id: string; choice: string; alt: string }
  addRow: { id: string; row: Choice } & Landing
  setRowLabel: { id: string; row: string; label: string }
  removeRow: { id: string; row: string }
  moveRow: { id: string; row: string } & Landing

  addEnding: { ending: Ending } & Landing
  setEnding: { id: string } & Setting<EndingFields>
  removeEnding: { id: string }
  moveEnding: { id: string } & Landing
}

export type EditType = keyof Edits

/**
 * Everything a person may do to a form, as data: it can be recorded, replayed and tested by value.
 * New ids travel inside the edit, so that applying it needs no source of chance.
 */
export type Edit<T extends EditType = EditType> = { [K in T]: { type: K } & Edits[K] }[T]
