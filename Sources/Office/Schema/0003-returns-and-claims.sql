-- Each year's return is previewed, approved by a second person and posted once; JHT claims run from submission to payment.

CREATE TABLE return_run (
  run_id bigint NOT NULL PRIMARY KEY,
  year bigint NOT NULL,
  rate text NOT NULL,
  law_hash text NOT NULL,
  confidence text NOT NULL,
  accounts bigint NOT NULL,
  opening bigint NOT NULL,
  credited bigint NOT NULL,
  earned bigint NOT NULL,
  previewed_at bigint NOT NULL,
  previewed_by text NOT NULL
);

-- The run in pieces of members: each is computed, posted and proved by itself.
CREATE TABLE return_slice (
  run_id bigint NOT NULL,
  slice bigint NOT NULL,
  first_member bigint NOT NULL,
  last_member bigint NOT NULL,
  accounts bigint NOT NULL,
  earned bigint NOT NULL,
  PRIMARY KEY (run_id, slice)
);

-- A year has one approved run.
CREATE TABLE return_approval (
  year bigint NOT NULL PRIMARY KEY,
  run_id bigint NOT NULL,
  approved_at bigint NOT NULL,
  approved_by text NOT NULL
);

CREATE TABLE return_slice_posted (
  year bigint NOT NULL,
  slice bigint NOT NULL,
  posted_at bigint NOT NULL,
  accounts bigint NOT NULL,
  earned bigint NOT NULL,
  PRIMARY KEY (year, slice)
);

-- Written only when every slice is posted and the totals are those that were approved.
CREATE TABLE return_completed (
  year bigint NOT NULL PRIMARY KEY,
  completed_at bigint NOT NULL,
  accounts bigint NOT NULL,
  earned bigint NOT NULL
);

CREATE TABLE claim_number (
  number text NOT NULL PRIMARY KEY,
  member_id bigint NOT NULL,
  claim_id bigint NOT NULL
);

CREATE TABLE claim (
  member_id bigint NOT NULL,
  claim_id bigint NOT NULL,
  number text NOT NULL,
  programme text NOT NULL,
  ground text NOT NULL,
  channel text NOT NULL,
  kpjs text NOT NULL,
  bank_code text NOT NULL,
  bank_account text NOT NULL,
  bank_holder text NOT NULL,
  work_ended_on bigint,
  filed_on bigint NOT NULL,
  submitted_at bigint NOT NULL,
  submitted_by text NOT NULL,
  PRIMARY KEY (member_id, claim_id)
);

-- What happened to a claim; its status is read from here and stored nowhere.
CREATE TABLE claim_event (
  member_id bigint NOT NULL,
  claim_id bigint NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (member_id, claim_id, seq)
);

-- Approved once: the primary key sees to it.
CREATE TABLE claim_approval (
  member_id bigint NOT NULL,
  claim_id bigint NOT NULL,
  gross bigint NOT NULL,
  tax bigint NOT NULL,
  rounding bigint NOT NULL,
  net bigint NOT NULL,
  decision text NOT NULL,
  approved_at bigint NOT NULL,
  approved_by text NOT NULL,
  PRIMARY KEY (member_id, claim_id)
);

-- A membership's balance goes out whole once: no second open claim on it.
CREATE TABLE claim_hold (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  claim_id bigint NOT NULL,
  PRIMARY KEY (member_id, kpj)
);

CREATE TABLE payout (
  member_id bigint NOT NULL,
  claim_id bigint NOT NULL,
  attempt bigint NOT NULL,
  end_to_end text NOT NULL,
  amount bigint NOT NULL,
  bank_code text NOT NULL,
  bank_account text NOT NULL,
  bank_holder text NOT NULL,
  requested_at bigint NOT NULL,
  PRIMARY KEY (member_id, claim_id, attempt)
);

CREATE TABLE payout_reference (
  end_to_end text NOT NULL PRIMARY KEY,
  member_id bigint NOT NULL,
  claim_id bigint NOT NULL,
  attempt bigint NOT NULL,
  batch_id bigint
);

CREATE TABLE payout_batch (
  batch_id bigint NOT NULL PRIMARY KEY,
  message text NOT NULL,
  payments bigint NOT NULL,
  total bigint NOT NULL,
  made_at bigint NOT NULL,
  made_by text NOT NULL
);

-- The second signature, without which no file leaves the house.
CREATE TABLE payout_release (
  batch_id bigint NOT NULL PRIMARY KEY,
  released_at bigint NOT NULL,
  released_by text NOT NULL
);

CREATE TABLE payout_result (
  end_to_end text NOT NULL,
  result text NOT NULL,
  reason text NOT NULL,
  bank_reference text NOT NULL,
  recorded_at bigint NOT NULL,
  PRIMARY KEY (end_to_end, result)
);

-- What the bank said that the books could not follow: kept until a person has looked into it. `end_to_end` is empty for
-- what is about no payment of ours.
CREATE TABLE bank_matter (
  matter text NOT NULL PRIMARY KEY,
  kind text NOT NULL,
  end_to_end text NOT NULL,
  amount bigint NOT NULL,
  place text NOT NULL,
  indonesian text NOT NULL,
  english text NOT NULL,
  noted_at bigint NOT NULL
);

CREATE TABLE bank_matter_closed (
  matter text NOT NULL PRIMARY KEY,
  outcome text NOT NULL,
  reason text NOT NULL,
  closed_at bigint NOT NULL,
  closed_by text NOT NULL
);

-- A second attempt that is not needed, since the first was paid after all.
CREATE TABLE payout_dropped (
  end_to_end text NOT NULL PRIMARY KEY,
  dropped_at bigint NOT NULL
);

-- Who must act on which claim now: made from the events in the same transaction, so that a work list needs no search.
CREATE TABLE work_item (
  claim_id bigint NOT NULL PRIMARY KEY,
  member_id bigint NOT NULL,
  number text NOT NULL,
  stage text NOT NULL,
  since bigint NOT NULL,
  due_on bigint NOT NULL
);
