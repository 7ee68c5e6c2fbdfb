"""How names, titles and nouns become mentions: items (words of one sentence, sorted by what they can be), phrases
(the grammar of titles and names), and people (who that is on the day)."""
