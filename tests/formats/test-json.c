/* test-json.c: the native format, read and written
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/json.h"

#include <string.h>

#include "base/error.h"
#include "formats/json-guard.h"

/* How often tables compared a key with another of the same hash.  The linker
 * takes this function for all that the core calls, and json-glib with it. */
static gsize n_comparisons;

gboolean (g_str_equal) (gconstpointer a, gconstpointer b)
{
  n_comparisons++;

  return strcmp (a, b) == 0;
}

static ReadoutDocument *
load (const char *name)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "formats", "valid", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutDocument *document;
  gsize            length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  document = readout_json_read (data, length, &error);
  g_assert_no_error (error);

  return document;
}

static void
assert_same_bytes (GBytes *bytes, const char *expected, gsize length)
{
  g_autofree char *written
      = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, length);
}

/* Files that Python's json.dumps (indent=2, ensure_ascii=False) wrote in the
 * canonical order come back to the byte, with all that is not known. */
static void
test_canonical (gconstpointer user_data)
{
  g_autofree char *path = g_test_build_filename (
      G_TEST_DIST, "formats", "valid", user_data, NULL);
  g_autoptr (ReadoutDocument) document = load (user_data);
  g_autoptr (GBytes) bytes = readout_json_write (document);
  g_autofree char *data = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  assert_same_bytes (bytes, data, length);
}

/* What another writer may do differently is read, and written as we do. */
static void
test_terse (void)
{
  g_autoptr (ReadoutDocument) document = load ("terse.json");
  g_autoptr (GBytes) bytes = readout_json_write_line (document);
  static const char expected[]
      = "{\"format\":\"readout-annotation\",\"version\":1,\"document\":{"
        "\"text\":\"A 😀 said “no”.\",\"text_sha256\":\"SHA\"},"
        "\"mentions\":[{\"id\":\"x\",\"start\":2,\"end\":3,\"text\":\"😀\","
        "\"type\":\"misc\",\"form\":\"name\",\"actor\":\"y\"}],"
        "\"actors\":[{\"id\":\"y\",\"type\":\"group\",\"name\":\"A\","
        "\"anonymous\":false}],\"statements\":[],\"meetings\":[]}\n";
  g_autoptr (GString) whole = g_string_new (expected);

  g_string_replace (
      whole,
      "SHA",
      readout_text_get_sha256 (readout_document_get_text (document)),
      1);
  assert_same_bytes (bytes, whole->str, whole->len);
}

static gpointer
get_record (ReadoutDocument *document, const char *id)
{
  return readout_annotations_lookup (
      readout_document_get_annotations (document), id);
}

/* Provenance: of the file, of the item, of what was suggested. */
static void
test_review (void)
{
  g_autoptr (ReadoutDocument) document = load ("complete.readout.json");
  g_autoptr (ReadoutDocument) other = load ("other-program.readout.json");
  ReadoutRecord *record = get_record (document, "m1");

  g_assert_cmpint (record->review.state, ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpstr (record->review.detector, ==, "example-extractor 2.0");
  g_assert_cmpint (record->review.confidence, ==, -1);

  record = get_record (document, "m6");
  g_assert_cmpint (record->review.state, ==, READOUT_STATE_CORRECTED);
  g_assert_cmpstr (record->review.by, ==, "mk");
  g_assert_cmpstr (record->review.at, ==, "2026-03-01T10:01:00Z");
  g_assert_cmpstr (record->review.detector, ==, "readout 0.1");
  g_assert_cmpint (record->review.confidence, ==, 55);
  g_assert_nonnull (record->review.suggested);
  g_assert_cmpint (
      record->review.suggested->review.state, ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpint (record->review.suggested->review.confidence, ==, 55);
  g_assert_cmpstr (record->review.suggested->id, ==, "m6");

  record = get_record (document, "m7");
  g_assert_cmpint (record->review.state, ==, READOUT_STATE_ADDED);
  g_assert_null (record->review.detector);

  record = get_record (document, "m8");
  g_assert_true (record->review.flagged);

  record = get_record (other, "s1");
  g_assert_cmpint (record->review.state, ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpstr (record->review.detector, ==, "example-extractor 2.0");
}

/* Each record survives the journal, with all that is not known. */
static void
test_records (void)
{
  g_autoptr (ReadoutDocument) document = load ("complete.readout.json");
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutText        *text = readout_document_get_text (document);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      {
        gconstpointer record
            = readout_annotations_get_record (annotations, kind, i);
        g_autofree char *json = readout_json_record_to_string (text, record);
        g_autoptr (GError) error = NULL;
        g_autoptr (ReadoutRecord) again
            = readout_json_record_from_string (text, kind, json, &error);

        g_assert_no_error (error);
        g_assert_null (strchr (json, '\n'));
        g_assert_true (readout_record_equal (record, again));
      }
}

/* The unknown members of a span go when the span goes, and come back. */
static void
test_unknown_of_spans (void)
{
  g_autoptr (ReadoutDocument) document = load ("complete.readout.json");
  ReadoutUndoStack *stack = readout_document_get_undo_stack (document);
  ReadoutStatement *before = get_record (document, "s2");
  g_autoptr (ReadoutStatement) after = readout_record_copy (before);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GBytes) first = readout_json_write (document);
  g_autoptr (GBytes) edited = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autofree char *shown = NULL;

  after->content.items[0].end--;
  readout_changes_add (changes, before, after);
  g_assert_true (readout_undo_stack_push (stack, "Move", NULL, changes, NULL));
  edited = readout_json_write (document);
  shown
      = g_strndup (g_bytes_get_data (edited, NULL), g_bytes_get_size (edited));
  g_assert_null (strstr (shown, "\"weight\": 1"));
  g_assert_nonnull (strstr (shown, "\"weight\": 2"));

  g_assert_true (readout_undo_stack_undo (stack));
  undone = readout_json_write (document);
  g_assert_true (g_bytes_equal (first, undone));
}

/* Strings come back as they were, escaped as little as possible. */
static void
test_strings (void)
{
  static const char text_utf8[]
      = "\001\b\t\n\f\r\037 \"\\/ \177 \302\200 \342\200\250\342\200\251 "
        "\357\277\277 \360\220\200\200";
  g_autoptr (ReadoutText) text = readout_text_new (text_utf8, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (GBytes) bytes = readout_json_write_line (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutDocument) again = readout_json_read (
      g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (
      readout_text_get_utf8 (readout_document_get_text (again)), ==, text_utf8);
  g_assert_nonnull (
      strstr (g_bytes_get_data (bytes, NULL),
              "\"\\u0001\\b\\t\\n\\f\\r\\u001f \\\"\\\\/ \177 \302\200 "
              "\342\200\250\342\200\251 "));
}

/* What the guard says of bytes: where, and of which kind. */
static void
test_guard (void)
{
  static const struct
  {
    const char *data;
    int         code; /* -1: well formed */
    guint       line;
    guint       column;
  } cases[] = {
    { "{}", -1, 0, 0 },
    { "\357\273\277 [1, -0, 2.5e+3, \"\\ud83d\\ude00\", null] \n", -1, 0, 0 },
    { "9223372036854775807", -1, 0, 0 },
    { "1e308", -1, 0, 0 },
    { "[\"\302\200\177\"]", -1, 0, 0 },
    { "", READOUT_ERROR_PARSE, 1, 1 },
    { " \n ", READOUT_ERROR_PARSE, 2, 2 },
    { "{} {}", READOUT_ERROR_PARSE, 1, 4 },
    { "{}\n\n  x", READOUT_ERROR_PARSE, 3, 3 },
    { "{\"a\":1,}", READOUT_ERROR_PARSE, 1, 8 },
    { "[1,]", READOUT_ERROR_PARSE, 1, 4 },
    { "[1 2]", READOUT_ERROR_PARSE, 1, 4 },
    { "[1", READOUT_ERROR_PARSE, 1, 3 },
    { "{\"a\" 1}", READOUT_ERROR_PARSE, 1, 6 },
    { "{a:1}", READOUT_ERROR_PARSE, 1, 2 },
    { "{'a':1}", READOUT_ERROR_PARSE, 1, 2 },
    { "[] // no", READOUT_ERROR_PARSE, 1, 4 },
    { "/* no */ []", READOUT_ERROR_PARSE, 1, 1 },
    { "[NaN]", READOUT_ERROR_PARSE, 1, 2 },
    { "[Infinity]", READOUT_ERROR_PARSE, 1, 2 },
    { "[TRUE]", READOUT_ERROR_PARSE, 1, 2 },
    { "[truex]", READOUT_ERROR_PARSE, 1, 6 },
    { "[01]", READOUT_ERROR_PARSE, 1, 2 },
    { "[+1]", READOUT_ERROR_PARSE, 1, 2 },
    { "[.5]", READOUT_ERROR_PARSE, 1, 2 },
    { "[1.]", READOUT_ERROR_PARSE, 1, 4 },
    { "[1e]", READOUT_ERROR_PARSE, 1, 4 },
    { "[-]", READOUT_ERROR_PARSE, 1, 3 },
    { "[0x10]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\\x\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\\u12g4\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\\u0000\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\\ud800\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\\ud800\\u0041\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\\udc00\\ud800\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"\n\"]", READOUT_ERROR_PARSE, 1, 3 },
    { "[\"a", READOUT_ERROR_PARSE, 1, 4 },
    { "[\"a\\", READOUT_ERROR_PARSE, 1, 5 },
    { "[\"é\",\n \"ü\" x]", READOUT_ERROR_PARSE, 2, 6 },
    { "[1,\r\n2,\r3 x]", READOUT_ERROR_PARSE, 3, 3 },
    { "[\"\377\"]", READOUT_ERROR_ENCODING, 1, 3 },
    { "[\"\355\240\200\"]", READOUT_ERROR_ENCODING, 1, 3 },
    { "[\"\300\200\"]", READOUT_ERROR_ENCODING, 1, 3 },
    { "[9223372036854775808]", READOUT_ERROR_LIMIT, 1, 2 },
    { "[1e309]", READOUT_ERROR_LIMIT, 1, 2 },
    { "{\"a\":1,\"b\":2,\n\"a\":3}", READOUT_ERROR_STRUCTURE, 2, 1 },
    { "{\"a\":{\"b\":1},\"\\u0061\":3}", READOUT_ERROR_STRUCTURE, 1, 14 },
    { "{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]}", -1, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = readout_json_guard_check (
          cases[i].data, strlen (cases[i].data), 1, &error);

      g_test_message ("%u: %s", i, ok ? "well formed" : error->message);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        {
          g_autofree char *place = g_strdup_printf (
              "line %u, column %u: ", cases[i].line, cases[i].column);

          g_assert_error (error, READOUT_ERROR, cases[i].code);
          g_assert_true (g_str_has_prefix (error->message, place));
        }
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) many = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < READOUT_JSON_MAX_DEPTH; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < READOUT_JSON_MAX_DEPTH; i++)
    g_string_append_c (deep, ']');
  g_assert_true (readout_json_guard_check (deep->str, deep->len, 1, &error));
  g_assert_no_error (error);
  g_string_prepend_c (deep, '[');
  g_string_append_c (deep, ']');
  g_assert_false (readout_json_guard_check (deep->str, deep->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_clear_error (&error);

  /* A million brackets take no stack. */
  g_string_set_size (deep, 1000000);
  memset (deep->str, '[', deep->len);
  g_assert_false (readout_json_guard_check (deep->str, deep->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_clear_error (&error);

  /* Many members are no trouble, and the last one is compared, too. */
  for (guint i = 0; i < READOUT_JSON_MAX_MEMBERS - 1; i++)
    g_string_append_printf (many, "\"m%u\":%u,", i, i);
  g_string_append (many, "\"m2000\":0}");
  g_assert_false (readout_json_guard_check (many->str, many->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_STRUCTURE);
  g_assert_nonnull (strstr (error->message, "“m2000”"));
  g_clear_error (&error);
  g_string_replace (many, "\"m2000\":0}", "\"other\":0}", 0);
  g_assert_true (readout_json_guard_check (many->str, many->len, 1, &error));
  g_assert_no_error (error);

  /* Too many are refused where they become so. */
  g_string_replace (many, "\"other\":0}", "\"other\":0,\n\"more\":0}", 0);
  g_assert_false (readout_json_guard_check (many->str, many->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "line 2, column 1: "));
}

/* json-glib takes a hundred times the bytes of empty objects. */
static void
test_memory (void)
{
  const guint n = READOUT_JSON_MAX_MEMORY / 320;
  g_autoptr (GString) few = g_string_new ("[");
  g_autoptr (GString) many = g_string_new ("[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append (many, i > 0 ? ",{}" : "{}");
      if (i % 2 == 0)
        g_string_append (few, i > 0 ? ",{}" : "{}");
    }
  g_string_append (few, "]");
  g_string_append (many, ",{}]");

  g_assert_true (readout_json_guard_check (few->str, few->len, 1, &error));
  g_assert_no_error (error);
  g_assert_false (readout_json_guard_check (many->str, many->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
}

/* Names that djb2 does not tell apart: "Aa" and "B@" are worth the same.  The
 * last byte of the second half of them is not ASCII, which g_str_hash() takes
 * for negative. */
static GString *
make_collisions (guint n)
{
  GString *object = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      for (guint bit = 0; bit < 14; bit++)
        g_string_append (name, i >> bit & 1 ? "Aa" : "B@");
      g_string_append (name, "é");
      g_assert_cmpuint (g_str_hash (name->str),
                        ==,
                        g_str_hash ("B@B@B@B@B@B@B@B@B@B@B@B@B@B@é"));
      g_string_append_printf (
          object, "%s\n\"%s\":0", i > 0 ? "," : "", name->str);
    }
  g_string_append (object, "}");

  return object;
}

static void
test_collisions (void)
{
  g_autoptr (GString) some = make_collisions (READOUT_JSON_MAX_SAME_HASH);
  g_autoptr (GString) many = make_collisions (READOUT_JSON_MAX_SAME_HASH + 1);
  g_autoptr (GString) most = make_collisions (READOUT_JSON_MAX_MEMBERS);
  g_autoptr (GString) whole = g_string_new ("[");
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (readout_json_guard_check (some->str, some->len, 1, &error));
  g_assert_no_error (error);

  g_assert_false (readout_json_guard_check (many->str, many->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "line 34, column 1: "));
  g_clear_error (&error);

  /* Escapes hide nothing: json-glib sees what they stand for. */
  g_string_replace (many, "\"Aa", "\"\\u0041a", 0);
  g_assert_false (readout_json_guard_check (many->str, many->len, 1, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_clear_error (&error);

  /* What json-glib would compare all with all of never comes to it, wherever
   * it stands. */
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (whole, "%s,", some->str);
  g_string_append_printf (whole, "%s]", most->str);
  n_comparisons = 0;
  document = readout_json_read (whole->str, whole->len, &error);
  g_assert_null (document);
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_assert_cmpuint (n_comparisons, ==, 0);
}

/* Ids that g_str_hash() does not tell apart are told apart all the same: once
 * each of ten thousand was compared with all of the others. */
static void
test_colliding_ids (void)
{
  g_autoptr (GString) file
      = g_string_new ("{\"format\":\"readout-annotation\",\"version\":1,"
                      "\"document\":{\"text\":\"Ann spoke.\"},\"actors\":[");
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const guint n = 16384;

  for (guint i = 0; i < n; i++)
    {
      g_string_append (file, i > 0 ? ",{\"id\":\"" : "{\"id\":\"");
      for (guint bit = 0; bit < 14; bit++)
        g_string_append (file, i >> bit & 1 ? "Aa" : "B@");
      g_string_append (file, "\",\"type\":\"person\",\"name\":\"Ann\"}");
    }
  g_string_append (file, "]}");

  n_comparisons = 0;
  document = readout_json_read (file->str, file->len, &error);
  g_assert_no_error (error);
  bytes = readout_json_write (document);
  g_assert_nonnull (bytes);
  /* Some for each member of each item, and not some for each other item. */
  g_test_message ("%u ids, %" G_GSIZE_FORMAT " comparisons", n, n_comparisons);
  g_assert_cmpuint (n_comparisons, >, n);
  g_assert_cmpuint (n_comparisons, <, 50 * n);
}

/* All faults are listed, each with its own place. */
static void
test_check (void)
{
  static const char data[]
      = "{\n"
        " \"format\": \"readout-annotation\", \"version\": 1,\n"
        " \"document\": {\"text\": \"Ada said no.\", \"title\": 5},\n"
        " \"mentions\": [\n"
        "  {\"id\": \"m1\", \"start\": 0, \"end\": 3.5, \"text\": \"Ada\",\n"
        "   \"type\": \"human\", \"form\": \"name\"},\n"
        "  {\"id\": \"m1\", \"start\": 0, \"end\": 3, \"text\": \"Ida\",\n"
        "   \"type\": \"person\", \"form\": \"name\"},\n"
        "  {\"id\": \"m2\", \"start\": 0, \"end\": 3, \"text\": \"Ada\",\n"
        "   \"type\": \"person\", \"form\": \"name\", \"actor\": \"a1\"}],\n"
        " \"statements\": [{\"id\": \"s1\", \"manner\": \"mixed\",\n"
        "   \"parent\": \"s1\"}]}\n";
  static const char *const expected[] = {
    "line 3, column 48: document.title: ",
    "line 5, column 35: mentions[0].end: ",
    "line 6, column 12: mentions[0].type: ",
    "line 7, column 10: mentions[1].id: ",
    "line 7, column 46: mentions[1].text: ",
    "line 10, column 47: mentions[2].actor: ",
    "line 12, column 14: statements[0].parent: ",
  };
  g_autoptr (GPtrArray) faults = readout_json_check (data, strlen (data));

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((GError *)g_ptr_array_index (faults, i))->message);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < faults->len; i++)
    {
      const GError *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_str_has_prefix (fault->message, expected[i]));
    }
}

/* A large file is read and written in reasonable time. */
static void
test_large (void)
{
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (ReadoutDocument) again = NULL;
  g_autoptr (ReadoutText) text = NULL;
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64      start;
  double      write_time;
  const guint n = 40000;

  for (guint i = 0; i < n; i++)
    g_string_append (utf8, "“Ünity,” she said. ");
  text = readout_text_new (utf8->str, utf8->len);
  document = readout_document_new (text);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autoptr (ReadoutMention) mention
          = readout_mention_new (id,
                                 READOUT_SPAN (i * 19 + 1, i * 19 + 6),
                                 READOUT_MENTION_MISC,
                                 READOUT_FORM_NAME);

      readout_changes_add (changes, NULL, mention);
    }
  g_assert_true (readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error));

  start = g_get_monotonic_time ();
  bytes = readout_json_write (document);
  write_time = (g_get_monotonic_time () - start) / 1e3;
  start = g_get_monotonic_time ();
  again = readout_json_read (
      g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_test_message ("%.1f MB written in %.0f ms, read in %.0f ms",
                  g_bytes_get_size (bytes) / 1e6,
                  write_time,
                  (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpuint (
      readout_annotations_get_n_records (
          readout_document_get_annotations (again), READOUT_KIND_MENTION),
      ==,
      n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func (
      "/json/canonical/complete", "complete.readout.json", test_canonical);
  g_test_add_data_func (
      "/json/canonical/other", "other-program.readout.json", test_canonical);
  g_test_add_data_func (
      "/json/canonical/empty", "empty.readout.json", test_canonical);
  g_test_add_func ("/json/terse", test_terse);
  g_test_add_func ("/json/review", test_review);
  g_test_add_func ("/json/records", test_records);
  g_test_add_func ("/json/unknown-of-spans", test_unknown_of_spans);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/guard", test_guard);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/memory", test_memory);
  g_test_add_func ("/json/collisions", test_collisions);
  g_test_add_func ("/json/colliding-ids", test_colliding_ids);
  g_test_add_func ("/json/check", test_check);
  g_test_add_func ("/json/large", test_large);
  return g_test_run ();
}
