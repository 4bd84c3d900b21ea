export { schedules } from './dispatcher/back-off.ts'
export {
  createDispatcher,
  type Dispatcher,
  type DispatcherDeps,
  type Timing,
} from './dispatcher/dispatcher.ts'
export { type Acknowledgement, type Expectation } from './letters/acknowledgement.ts'
export { type LeadMail, type Reason } from './letters/lead-mail.ts'
export { type Moment } from './letters/moment.ts'
export { renderAcknowledgement, renderLeadMail, type RenderedMail } from './letters/render.ts'
export { createLiveHub, type LiveEvent, type LiveHub, type LiveHubDeps } from './live/hub.ts'
export {
  createMailChannel,
  type Mail,
  type MailChannel,
  type MailContent,
} from './mail/mail-channel.ts'
export { allowListOf } from './outbound/allow-list.ts'
export { checkUrl, type UrlCheck } from './outbound/check-url.ts'
export { createOutboundGuard, type OutboundGuard } from './outbound/guard.ts'
export { type Deadlines, type OutboundReply, type OutboundRequest } from './outbound/send.ts'
export { NoAnswer, UnsafeUrl } from './outbound/unsafe-url.ts'
export { type Resolve } from './outbound/vetted-lookup.ts'
export { type Channels, type Log, type Send, type Sent } from './sent.ts'
export { createWebhookChannel, type WebhookChannelDeps } from './webhook/webhook-channel.ts'
