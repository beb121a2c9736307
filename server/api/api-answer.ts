/** What a route answers: a status and a body of JSON. */
export interface ApiAnswer<Body> {
  readonly status: number;
  readonly body: Body;
}
