--liquibase formatted sql

--changeset sla:0001-standards
--comment The number alone is no identity: two procedures of Kabupaten Bandung carry 28, and Balangan's has none
CREATE TABLE sla_standard (
  slug VARCHAR(60) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  ordinal SMALLINT NOT NULL,
  number VARCHAR(40),
  year SMALLINT NOT NULL,
  decree VARCHAR(60),
  name VARCHAR(240) NOT NULL,
  regency VARCHAR(80) NOT NULL,
  agency VARCHAR(120) NOT NULL,
  division VARCHAR(120),
  issued VARCHAR(60),
  revised VARCHAR(60),
  effective VARCHAR(60),
  approver_title VARCHAR(160),
  approver_name VARCHAR(120),
  approver_nip VARCHAR(40),
  printed_total_minutes SMALLINT,
  source VARCHAR(120) NOT NULL,
  content_hash CHAR(64) CHARACTER SET ascii NOT NULL,
  CONSTRAINT sla_standard_identity UNIQUE (regency, number, year)
);

--changeset sla:0001-standard-parts
CREATE TABLE sla_standard_item (
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  ordinal SMALLINT NOT NULL,
  text VARCHAR(1000) NOT NULL,
  PRIMARY KEY (standard, kind, ordinal),
  CONSTRAINT sla_standard_item_standard FOREIGN KEY (standard) REFERENCES sla_standard (slug)
);
CREATE TABLE sla_standard_actor (
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  ordinal SMALLINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  PRIMARY KEY (standard, ordinal),
  CONSTRAINT sla_standard_actor_standard FOREIGN KEY (standard) REFERENCES sla_standard (slug)
);

--changeset sla:0001-standard-steps
--comment Times in minutes: no minimum means "paling lama", neither means that none is printed
CREATE TABLE sla_standard_step (
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  number SMALLINT NOT NULL,
  description VARCHAR(1200) NOT NULL,
  requirement VARCHAR(400),
  printed_time VARCHAR(60),
  min_minutes SMALLINT,
  max_minutes SMALLINT,
  output VARCHAR(400),
  note VARCHAR(800),
  PRIMARY KEY (standard, number),
  CONSTRAINT sla_standard_step_standard FOREIGN KEY (standard) REFERENCES sla_standard (slug),
  CONSTRAINT sla_standard_step_minutes CHECK (min_minutes IS NULL OR min_minutes <= max_minutes)
);
CREATE TABLE sla_standard_step_actor (
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  step SMALLINT NOT NULL,
  actor SMALLINT NOT NULL,
  PRIMARY KEY (standard, step, actor),
  CONSTRAINT sla_standard_step_actor_step FOREIGN KEY (standard, step) REFERENCES sla_standard_step (standard, number),
  CONSTRAINT sla_standard_step_actor_actor FOREIGN KEY (standard, actor) REFERENCES sla_standard_actor (standard, ordinal)
);
