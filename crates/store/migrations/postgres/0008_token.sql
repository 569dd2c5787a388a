-- Tokens by which other programs speak for a person. Only the hash is kept; a token that was withdrawn stays for the record.
CREATE TABLE token (
  id        TEXT NOT NULL PRIMARY KEY,
  orang     TEXT NOT NULL REFERENCES orang (id),
  nama      TEXT NOT NULL,
  lingkup   TEXT NOT NULL,
  sidik     TEXT NOT NULL UNIQUE,
  dibuat    BIGINT NOT NULL,
  sampai    TEXT,
  terakhir  BIGINT,
  dicabut   BIGINT
);
CREATE INDEX token_orang ON token (orang, dibuat);
