/** Of the picture of a first page, apart from what draws it: a build asks for no picture and loads no library for one. */

/** In pixels: twice the width at which the index shows it. */
export const pictureSize = { width: 320, height: 452 } as const

/** Goes up whenever the same page is drawn otherwise. */
export const pictureVersion = 1
