/** `npm run preview`: serves the built site on this machine. */
import { parseOptions } from './options.ts';
import { serve } from './serve.ts';
import { recoverSwap } from './swap.ts';

const options = parseOptions(process.argv.slice(2));
recoverSwap(options.out);
const { origin } = await serve({ folder: options.out, base: options.base, port: 4321 });
console.log(`${origin}${options.base}`);
