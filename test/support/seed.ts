/**
 * Properties are tried on the same cases each time, so that what turns red is the change and not the day.
 * `KHABAR_SEED=random npm test` looks for what nobody thought of; `KHABAR_SEED=N` goes back to what that found.
 */
import { configureGlobal } from 'fast-check'

const asked = process.env.KHABAR_SEED ?? '20220815'
if (asked !== 'random') configureGlobal({ seed: Number(asked) })
