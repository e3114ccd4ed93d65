/** Every rule across rows and tables, in the order in which they are listed to people. */
import type { NamedCheck } from '../named-check.ts';
import { check as unknownId } from './unknown-id.ts';

export const checks: readonly NamedCheck[] = [unknownId];
