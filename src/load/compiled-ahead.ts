/**
 * Validators of `namedSchemas`, by name, as Ajv writes them: who packs the command puts them here
 * (scripts/compiled-ahead.ts). There are none in the source, and each schema is compiled when it is first asked for.
 */
export const compiledAhead: { readonly [name: string]: (value: unknown) => boolean } = {}
