/** Base of the values FEEL has and JSON has not; what is an object but none of these is a context (or a list). */
export abstract class FeelObject {
  /** FEEL's name of the type. */
  abstract readonly kind: string;
}
