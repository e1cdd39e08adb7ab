/** The Restwell mark, a resting moon over two hands' worth of waves, in a 24 by 24 box. */
export const markPaths = {
  moon: 'M15.2 3.2a6.4 6.4 0 1 0 4.9 9.3 5.2 5.2 0 0 1-4.9-9.3Z',
  waves:
    'M3 17.2c2.25-1.8 4.5-1.8 6.75 0s4.5 1.8 6.75 0 3-1.5 4.5-.6M3 20.8c2.25-1.8 4.5-1.8 6.75 0s4.5 1.8 6.75 0 3-1.5 4.5-.6',
} as const

export const markColors = {ground: '#1f5f56', moon: '#f6d9a0', waves: '#bfe3dc'} as const

/** The same mark as a picture that needs no file: a page icon. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="${markColors.ground}"/>` +
    `<path d="${markPaths.moon}" fill="${markColors.moon}"/>` +
    `<path d="${markPaths.waves}" fill="none" stroke="${markColors.waves}" stroke-width="1.6" stroke-linecap="round"/></svg>`,
)}`
