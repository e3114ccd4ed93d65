/** `npm run dev`: the site on this machine, rebuilt as files change. */
import { dev } from 'astro';
import { parseOptions } from './options.ts';
import { projectRoot, siteEnvironment } from './site-build.ts';

Object.assign(process.env, siteEnvironment(parseOptions(process.argv.slice(2))));
await dev({ root: projectRoot });
