/** The rooster's comb: four points rising over one curve, in the one accent. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg class="ui-mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3.4 18.6C2.8 16 2.5 13.6 2.8 11.4Q4.6 12.4 6 14.2 6 10.4 7.4 7 9.6 9 10.7 12.4 11.6 8 14 4.4 15.8 7.6 16 11.6 17.8 8.9 20.8 7.2 21 13.6 18.4 18.6 11 15.8 3.4 18.6Z" />
  </svg>
)
