import { conforms } from './conformance.ts'
import { openSqliteSubject } from './subject.ts'

conforms('SQLite', openSqliteSubject)
