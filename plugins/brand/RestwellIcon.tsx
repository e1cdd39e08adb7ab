import {type ReactElement} from 'react'
import {markColors, markPaths} from './mark.ts'

export function RestwellIcon(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" width="100%" height="100%" aria-hidden="true">
      <rect width="24" height="24" rx="5" fill={markColors.ground} />
      <path d={markPaths.moon} fill={markColors.moon} />
      <path
        d={markPaths.waves}
        fill="none"
        stroke={markColors.waves}
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
