/** `npm run dev`: the site on this machine, made again as files change; neither policy nor sitemap. */
import { dev } from 'astro';
import { commandOptions } from './command.ts';
import { projectRoot, siteAddress, siteEnvironment } from './site-build.ts';

const options = commandOptions();
Object.assign(process.env, siteEnvironment(options, siteAddress(options, 'http://localhost:4321/')));
await dev({ root: projectRoot });
