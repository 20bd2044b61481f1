-- People are registered once by NIK, staff and members sign in, and every act leaves a trace, so these tables come first.

-- Distribution (docs/operating.md): `member_id` leads every key of a member's tables, `employer_id` of an employer's;
-- both are bigint and share one co-location group. Registry tables hold what is unique across all of them.

CREATE TABLE act (
  act_key text NOT NULL PRIMARY KEY,
  name text NOT NULL,
  actor text NOT NULL,
  fingerprint text NOT NULL,
  result text NOT NULL,
  done_at bigint NOT NULL
);

CREATE TABLE audit (
  chain bigint NOT NULL,
  seq bigint NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  subject bigint,
  reason text NOT NULL,
  detail text NOT NULL,
  mac text NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE INDEX audit_subject ON audit (subject, at);
CREATE INDEX audit_at ON audit (at);

-- One row per writer, so that no writer waits for another; the last link of its chain.
CREATE TABLE audit_head (
  chain bigint NOT NULL PRIMARY KEY,
  seq bigint NOT NULL,
  mac text NOT NULL
);

CREATE TABLE counter (
  name text NOT NULL PRIMARY KEY,
  next bigint NOT NULL
);

CREATE TABLE login (
  login text NOT NULL PRIMARY KEY,
  user_id bigint NOT NULL
);

CREATE TABLE app_user (
  user_id bigint NOT NULL PRIMARY KEY,
  login text NOT NULL,
  name text NOT NULL,
  member_id bigint,
  employer_id bigint,
  created_at bigint NOT NULL
);
CREATE INDEX app_user_member ON app_user (member_id);

CREATE TABLE app_user_role (
  user_id bigint NOT NULL,
  role text NOT NULL,
  granted_at bigint NOT NULL,
  granted_by text NOT NULL,
  PRIMARY KEY (user_id, role)
);

-- The newest row counts; older ones stay so that a change of password can be shown.
CREATE TABLE app_user_password (
  user_id bigint NOT NULL,
  set_at bigint NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (user_id, set_at)
);

CREATE TABLE session (
  token_hash text NOT NULL PRIMARY KEY,
  user_id bigint NOT NULL,
  kind text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);

-- A try is counted before the password is looked at, and forgotten when it was right.
CREATE TABLE login_failure (
  login text NOT NULL,
  failure_id bigint NOT NULL,
  address text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (login, failure_id)
);
CREATE INDEX login_failure_address ON login_failure (address, at);

-- A user who was shut out. The name stays taken, and the rows of what was done stay readable.
CREATE TABLE app_user_end (
  user_id bigint NOT NULL PRIMARY KEY,
  ended_at bigint NOT NULL,
  ended_by text NOT NULL,
  reason text NOT NULL
);

-- The one code with which a user may choose a new password; gone once used.
CREATE TABLE access_code (
  user_id bigint NOT NULL PRIMARY KEY,
  hash text NOT NULL,
  expires_at bigint NOT NULL
);

-- The one code with which a member without an account may make it; gone once used.
CREATE TABLE activation_code (
  member_id bigint NOT NULL PRIMARY KEY,
  hash text NOT NULL,
  expires_at bigint NOT NULL
);

CREATE TABLE member_nik (
  nik text NOT NULL PRIMARY KEY,
  member_id bigint NOT NULL
) /* clustered */;

CREATE TABLE member (
  member_id bigint NOT NULL PRIMARY KEY,
  nik text NOT NULL,
  registered_at bigint NOT NULL
);

-- What is known of a member, version by version; the highest version counts today, the earlier ones tell what was known when.
CREATE TABLE member_data (
  member_id bigint NOT NULL,
  version bigint NOT NULL,
  recorded_at bigint NOT NULL,
  recorded_by text NOT NULL,
  renewed bigint NOT NULL,
  name text NOT NULL,
  birth_place text NOT NULL,
  born_on bigint NOT NULL,
  sex text NOT NULL,
  mother_name text NOT NULL,
  address text NOT NULL,
  village text NOT NULL,
  phone text NOT NULL,
  email text NOT NULL,
  npwp text NOT NULL,
  bank_code text NOT NULL,
  bank_account text NOT NULL,
  bank_holder text NOT NULL,
  more text NOT NULL,
  PRIMARY KEY (member_id, version)
);
CREATE INDEX member_data_name ON member_data (name);

CREATE TABLE member_kpj (
  kpj text NOT NULL PRIMARY KEY,
  member_id bigint NOT NULL
) /* clustered */;

CREATE TABLE membership (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  segment text NOT NULL,
  employer_id bigint,
  programmes bigint NOT NULL,
  occupation text NOT NULL,
  relief text NOT NULL,
  joined_on bigint NOT NULL,
  recorded_at bigint NOT NULL,
  PRIMARY KEY (member_id, kpj)
) /* clustered */;

-- A membership ends once; whoever comes back gets a new number.
CREATE TABLE membership_end (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  ended_on bigint NOT NULL,
  reason text NOT NULL,
  recorded_at bigint NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (member_id, kpj)
) /* clustered */;

-- A self-employed membership closes by itself when unpaid and reopens when paid: the newest row tells which.
CREATE TABLE membership_lapse (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  seq bigint NOT NULL,
  lapsed bigint NOT NULL,
  month bigint NOT NULL,
  recorded_at bigint NOT NULL,
  PRIMARY KEY (member_id, kpj, seq)
) /* clustered */;

-- Wages, and incomes of the self-employed, from the month they hold; a later record of the same month corrects it.
CREATE TABLE wage (
  member_id bigint NOT NULL,
  kpj text NOT NULL,
  from_month bigint NOT NULL,
  recorded_at bigint NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (member_id, kpj, from_month, recorded_at)
) /* clustered */;
