export {
  ConsentGiven,
  GivenAnswer,
  GivenAnswers,
  Hidden,
  Page,
  type AnswerValue,
} from './answer.ts'
export { Condition, Operand, Operator, Test } from './condition.ts'
export {
  Calculation,
  ConsentText,
  Ending,
  Form,
  Question,
  Touchpoint,
  type QuestionKind,
  type QuestionOf,
} from './form.ts'
export { RejectionReason, Role, Stage } from './lead.ts'
export { problems, type ProblemCode, type ProblemDetail } from './problem.ts'
export { BantLetter, Choice, Jump, Sensitivity } from './question.ts'
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
  Score,
  ScoringModel,
} from './scoring.ts'
export { Calendar, Interval, SlaPolicy, Weekday } from './sla.ts'
