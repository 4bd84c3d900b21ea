export {
  ConsentGiven,
  GivenAnswer,
  GivenAnswers,
  Hidden,
  Page,
  type AnswerValue,
} from './answer.ts'
export { Attribution, Touch } from './attribution.ts'
export { Condition, Operand, Operator, Test } from './condition.ts'
export {
  Calculation,
  ConsentText,
  Ending,
  Form,
  Profiling,
  Question,
  Touchpoint,
  type QuestionKind,
  type QuestionOf,
} from './form.ts'
export { activeStages, RejectionReason, Role, Stage } from './lead.ts'
export { problems, type ProblemCode, type ProblemDetail } from './problem.ts'
export { BantLetter, Choice, FieldName, Jump, Sensitivity } from './question.ts'
export { AddressPart } from './questions/address.ts'
export { ContactPart } from './questions/contact.ts'
export { FileType } from './questions/file.ts'
export {
  DecisionRecord,
  Destination,
  LeftOut,
  Pool,
  PoolMember,
  Route,
  RouteTarget,
  Routing,
  RoutingRule,
  Sla,
} from './routing.ts'
export {
  BantStatus,
  Contribution,
  Exclusion,
  ExplicitCriterion,
  FitGroup,
  ImplicitCriterion,
  IntentGroup,
  Lane,
  PageSignal,
  Score,
  ScoringModel,
} from './scoring.ts'
export { Calendar, Interval, SlaPolicy, Weekday } from './sla.ts'
export { Theme } from './theme.ts'
export { formVersion, upgradeForm, type Upgraded } from './upgrade.ts'
