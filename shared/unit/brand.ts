/** A nominal type: `Brand<string, 'UnitCode'>` is a string no other string can be passed for. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
