-- A bank asks again when it does not hear our answer: a call counts once a day, and a payment once for good.

CREATE TABLE bank_call (
  partner text NOT NULL,
  day bigint NOT NULL,
  external_id text NOT NULL,
  request text NOT NULL,
  called_at bigint NOT NULL,
  PRIMARY KEY (partner, day, external_id)
);

-- What was answered to a payment, taken or refused: the same request later gets the same answer and moves nothing.
CREATE TABLE bank_payment (
  partner text NOT NULL,
  request text NOT NULL,
  va text NOT NULL,
  amount bigint NOT NULL,
  outcome text NOT NULL,
  bank_reference text NOT NULL,
  answered_at bigint NOT NULL,
  PRIMARY KEY (partner, request)
);

CREATE INDEX bank_payment_account ON bank_payment (partner, va);

-- A credit on the statement of a bank whose statements do not carry the reference of its calls, and the payment on record
-- from such a call that it is: each stands for the other once.
CREATE TABLE statement_match (
  statement_reference text NOT NULL PRIMARY KEY,
  bank_reference text NOT NULL UNIQUE,
  matched_at bigint NOT NULL
);
