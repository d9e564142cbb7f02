/** Before each file of tests: what it works out while it is read is not to meet the mutant of the run before. */
const stryker: unknown = Reflect.get(globalThis, '__stryker__')
if (typeof stryker === 'object' && stryker !== null) Reflect.set(stryker, 'activeMutant', undefined)
