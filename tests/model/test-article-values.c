/* test-article-values.c: what is said of an article, and its changes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/article-values.h"

#include "base/error.h"
#include "model/record.h"

static void
test_keys (void)
{
  ReadoutArticleKey    unknown = { READOUT_ARTICLE_METADATA, "mood" };
  ReadoutArticleKey    nameless = { READOUT_ARTICLE_METADATA, NULL };
  ReadoutArticleKey    beyond = { READOUT_N_ARTICLE_ASPECTS, "title" };
  ReadoutArticleAspect aspect;
  ReadoutMeta          meta;
  ReadoutKind          kind;

  for (guint i = 0; i < READOUT_N_METAS; i++)
    {
      ReadoutArticleKey key = readout_article_key_for_meta (i);
      ReadoutArticleKey next
          = readout_article_key_for_meta ((i + 1) % READOUT_N_METAS);
      g_autofree char  *name = g_strdup (key.name);
      ReadoutArticleKey copy = { key.aspect, name };

      g_assert_true (readout_article_key_is_known (&key));
      g_assert_true (readout_article_key_get_meta (&key, &meta));
      g_assert_cmpuint (meta, ==, i);
      g_assert_true (readout_article_key_equal (&key, &copy));
      g_assert_cmpuint (readout_article_key_hash (&key),
                        ==,
                        readout_article_key_hash (&copy));
      g_assert_false (readout_article_key_equal (&key, &next));
    }

  g_assert_false (readout_article_key_is_known (&unknown));
  g_assert_false (readout_article_key_is_known (&nameless));
  g_assert_false (readout_article_key_is_known (&beyond));

  /* The journal has one word for kinds of items and aspects of the article. */
  for (guint i = 0; i < READOUT_N_ARTICLE_ASPECTS; i++)
    {
      const char *nick = readout_article_aspect_to_nick (i);

      g_assert_true (readout_article_aspect_from_nick (nick, &aspect));
      g_assert_cmpuint (aspect, ==, i);
      g_assert_false (readout_kind_from_nick (nick, &kind));
    }
  g_assert_false (readout_article_aspect_from_nick ("mention", &aspect));
  g_assert_false (readout_article_aspect_from_nick (NULL, &aspect));
}

static void
test_change (void)
{
  ReadoutArticleKey title = readout_article_key_for_meta (READOUT_META_TITLE);
  ReadoutArticleKey url = readout_article_key_for_meta (READOUT_META_URL);
  g_autoptr (ReadoutArticleChange) change
      = readout_article_change_new (title, NULL, "Ferries");
  g_autoptr (ReadoutArticleChange) inverse
      = readout_article_change_invert (change);
  g_autoptr (ReadoutArticleChange) again
      = readout_article_change_invert (inverse);
  g_autoptr (ReadoutArticleChange) other
      = readout_article_change_new (url, NULL, "Ferries");

  g_assert_cmpstr (inverse->before, ==, "Ferries");
  g_assert_null (inverse->after);
  g_assert_true (readout_article_change_equal (change, again));
  g_assert_false (readout_article_change_equal (change, inverse));
  g_assert_false (readout_article_change_equal (change, other));
}

static void
changed_cb (ReadoutArticleValues *values,
            ReadoutArticleChange *change,
            GString              *log)
{
  g_string_append_printf (log,
                          "%s=%s;",
                          change->key.name,
                          readout_article_values_get (values, change->key)
                                  != NULL
                              ? readout_article_values_get (values, change->key)
                              : "");
}

/* Handlers see the group as a whole, and hear of what is another value. */
static void
test_apply (void)
{
  ReadoutArticleKey title = readout_article_key_for_meta (READOUT_META_TITLE);
  ReadoutArticleKey url = readout_article_key_for_meta (READOUT_META_URL);
  g_autoptr (GPtrArray) group = readout_article_changes_new ();
  g_autoptr (GPtrArray) rebased = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  ReadoutArticleValues *values = readout_article_values_new ();

  g_signal_connect (values, "changed", G_CALLBACK (changed_cb), log);
  readout_article_changes_add (group, title, NULL, "Ferry");
  readout_article_changes_add (group, url, NULL, NULL);
  readout_article_changes_add (group, title, "Ferry", "Ferries");
  g_assert_true (readout_article_values_apply (values, group, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (log->str, ==, "title=Ferries;title=Ferries;");
  g_string_truncate (log, 0);

  /* Now nothing of it fits, and nothing is done. */
  g_assert_false (readout_article_values_check (values, group, NULL));
  g_assert_false (readout_article_values_apply (values, group, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_REFERENCE);
  g_assert_cmpstr (readout_article_values_get (values, title), ==, "Ferries");
  g_assert_cmpstr (log->str, ==, "");

  /* What is made for the present values fits them and ends in the same. */
  rebased = readout_article_values_rebase (values, group);
  g_assert_cmpuint (rebased->len, ==, 3);
  g_assert_true (readout_article_values_apply (values, rebased, NULL));
  g_assert_cmpstr (readout_article_values_get (values, title), ==, "Ferries");

  g_ptr_array_set_size (group, 0);
  readout_article_changes_add (group, title, "Ferries", NULL);
  g_assert_true (readout_article_values_apply (values, group, NULL));
  g_assert_null (readout_article_values_get (values, title));

  g_assert_finalize_object (values);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-values/keys", test_keys);
  g_test_add_func ("/article-values/change", test_change);
  g_test_add_func ("/article-values/apply", test_apply);
  return g_test_run ();
}
