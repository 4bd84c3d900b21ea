import { EmptyState, LinkButton } from '@bantam/ui'

export const NotFound = () => (
  <main class="app-centre">
    <EmptyState
      title="There is no such page"
      text="The address may be mistyped, or what was here has been removed."
      action={<LinkButton href="/">To the forms</LinkButton>}
    />
  </main>
)
