/** `npm run build`: checks the data, builds the site beside the published one and swaps it in at the end. */
import { parseOptions } from './options.ts';
import { buildSite } from './site-build.ts';
import { recoverSwap, swapIn } from './swap.ts';

const options = parseOptions(process.argv.slice(2));
recoverSwap(options.out);
const built = await buildSite(options);
swapIn(built.site, options.out);
built.dispose();
console.log(options.out);
