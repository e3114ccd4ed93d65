/** Brings in the types of import.meta.env and of .astro files. */
/// <reference types="astro/client" />
