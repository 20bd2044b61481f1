-- Employers and self-payers are billed each month and pay into their virtual account; members' savings grow from it.

CREATE TABLE employer_npp (
  npp text NOT NULL PRIMARY KEY,
  employer_id bigint NOT NULL
);

CREATE TABLE employer (
  employer_id bigint NOT NULL PRIMARY KEY,
  npp text NOT NULL,
  segment text NOT NULL,
  registered_at bigint NOT NULL
);

CREATE TABLE employer_data (
  employer_id bigint NOT NULL,
  version bigint NOT NULL,
  recorded_at bigint NOT NULL,
  recorded_by text NOT NULL,
  name text NOT NULL,
  npwp text NOT NULL,
  address text NOT NULL,
  contact_name text NOT NULL,
  phone text NOT NULL,
  email text NOT NULL,
  business text NOT NULL,
  scale text NOT NULL,
  risk_class bigint NOT NULL,
  relief text NOT NULL,
  programmes bigint NOT NULL,
  PRIMARY KEY (employer_id, version)
);

-- The employer's own list of its workers, beside the memberships that are kept with the members.
CREATE TABLE employment (
  employer_id bigint NOT NULL,
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  started_on bigint NOT NULL,
  PRIMARY KEY (employer_id, member_id, kpj)
) /* clustered */;

CREATE TABLE employment_end (
  employer_id bigint NOT NULL,
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  ended_on bigint NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (employer_id, member_id, kpj)
) /* clustered */;

CREATE TABLE virtual_account (
  va text NOT NULL PRIMARY KEY,
  payer_id bigint NOT NULL
) /* clustered */;

-- A payer is an employer or a member who pays for herself; `payer_id` is the identifier of either.
CREATE TABLE payer (
  payer_id bigint NOT NULL PRIMARY KEY,
  kind text NOT NULL,
  va text NOT NULL
) /* clustered */;

CREATE TABLE bill (
  payer_id bigint NOT NULL,
  month bigint NOT NULL,
  seq bigint NOT NULL,
  issued_at bigint NOT NULL,
  due_on bigint NOT NULL,
  workers bigint NOT NULL,
  jkk bigint NOT NULL,
  jkm bigint NOT NULL,
  jht bigint NOT NULL,
  jp bigint NOT NULL,
  jkk_to_jkp bigint NOT NULL,
  jkm_to_jkp bigint NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (payer_id, month, seq)
) /* clustered */;
CREATE INDEX bill_month ON bill (month, payer_id);

CREATE TABLE bill_settlement (
  payer_id bigint NOT NULL,
  month bigint NOT NULL,
  seq bigint NOT NULL,
  settled_on bigint NOT NULL,
  batch text NOT NULL,
  PRIMARY KEY (payer_id, month, seq)
) /* clustered */;

CREATE TABLE bill_void (
  payer_id bigint NOT NULL,
  month bigint NOT NULL,
  seq bigint NOT NULL,
  reason text NOT NULL,
  voided_on bigint NOT NULL,
  PRIMARY KEY (payer_id, month, seq)
);

-- The bills neither settled nor void, with what each will bring its fund: made from the events in the same transaction,
-- so that money finds its bill without a search through the years.
CREATE TABLE bill_open (
  payer_id bigint NOT NULL,
  month bigint NOT NULL,
  seq bigint NOT NULL,
  jkk bigint NOT NULL,
  jkm bigint NOT NULL,
  jht bigint NOT NULL,
  jp bigint NOT NULL,
  jkp bigint NOT NULL,
  PRIMARY KEY (payer_id, month, seq)
) /* clustered */;

-- Which months were billed, by which law: one row per finished run.
CREATE TABLE bill_run (
  month bigint NOT NULL,
  part text NOT NULL,
  issued_at bigint NOT NULL,
  law_hash text NOT NULL,
  bills bigint NOT NULL,
  lines bigint NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (month, part)
);

-- One row per member and month as billed. Whether it is paid is told by the settlement of its payer's bill. Not clustered:
-- a month's rows are added at the end, and the key alone is spread over all members.
CREATE TABLE contribution (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  month bigint NOT NULL,
  seq bigint NOT NULL,
  payer_id bigint NOT NULL,
  base bigint NOT NULL,
  jkk bigint NOT NULL,
  jkm bigint NOT NULL,
  jht_employer bigint NOT NULL,
  jht_worker bigint NOT NULL,
  jp_employer bigint NOT NULL,
  jp_worker bigint NOT NULL,
  jkk_to_jkp bigint NOT NULL,
  jkm_to_jkp bigint NOT NULL,
  PRIMARY KEY (member_id, kpj, month, seq)
);
CREATE INDEX contribution_month ON contribution (month);

-- Money that came in, under the bank's own reference: received twice is received once.
CREATE TABLE payment (
  bank_reference text NOT NULL PRIMARY KEY,
  va text NOT NULL,
  payer_id bigint,
  amount bigint NOT NULL,
  paid_on bigint NOT NULL,
  recorded_at bigint NOT NULL,
  channel text NOT NULL
) /* clustered */;

-- An unknown payment that somebody recognised.
CREATE TABLE payment_assignment (
  bank_reference text NOT NULL PRIMARY KEY,
  payer_id bigint NOT NULL,
  assigned_at bigint NOT NULL,
  assigned_by text NOT NULL,
  reason text NOT NULL
);

-- What stays of a payer's money once its bills are settled: above zero when it grew, below when a bill used it. A payment
-- that settles a bill to the rupiah leaves no row.
CREATE TABLE deposit (
  payer_id bigint NOT NULL,
  cause text NOT NULL,
  amount bigint NOT NULL,
  moved_on bigint NOT NULL,
  PRIMARY KEY (payer_id, cause)
) /* clustered */;

-- A member's JHT account. `kind`: 1 contribution, 2 yearly return, 3 return up to a claim, 4 payment, 5 payment put back.
CREATE TABLE jht_movement (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  kind bigint NOT NULL,
  reference bigint NOT NULL,
  credited_on bigint NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (member_id, kpj, kind, reference)
) /* clustered */;

CREATE TABLE ledger_entry (
  entry_key text NOT NULL PRIMARY KEY,
  day bigint NOT NULL,
  recorded_at bigint NOT NULL,
  note text NOT NULL
);

CREATE TABLE ledger_line (
  entry_key text NOT NULL,
  line bigint NOT NULL,
  account text NOT NULL,
  fund text NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (entry_key, line)
);
CREATE INDEX ledger_line_account ON ledger_line (account, fund);
