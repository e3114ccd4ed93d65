/** fast-check with one seed for every run, so that the same code always gives the same result; `PROPERTY_SEED` tries another. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) });

export default fc;
