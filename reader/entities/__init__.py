"""Who, where and when: recognising, merging, dating and naming what an article speaks of."""
