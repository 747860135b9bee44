// Package inorder does work on all processors and hands the results on in order.
package inorder

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Do calls work for 0 to n−1 on all processors. It calls use with the results in order, one
// at a time. Only a few results wait for their turn, so that memory is bounded however
// large n is. It ends at the first error of either, or when the context ends.
func Do[T any](ctx context.Context, n int, work func(ctx context.Context, i int) (T, error), use func(T) error) error {
	processors := runtime.GOMAXPROCS(0)
	if processors == 1 || n <= 1 {
		return doAlone(ctx, n, work, use)
	}
	g, ctx := errgroup.WithContext(ctx)
	type task struct {
		i      int
		result chan T
	}
	tasks := make(chan task)
	turns := make(chan chan T, 2*processors)
	g.Go(func() error {
		defer close(tasks)
		defer close(turns)
		for i := range n {
			t := task{i, make(chan T, 1)}
			select {
			case turns <- t.result:
			case <-ctx.Done():
				return ctx.Err()
			}
			select {
			case tasks <- t:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range processors {
		g.Go(func() error {
			for t := range tasks {
				result, err := work(ctx, t.i)
				if err != nil {
					return err
				}
				t.result <- result
			}
			return nil
		})
	}
	g.Go(func() error {
		for result := range turns {
			select {
			case r := <-result:
				if err := use(r); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return g.Wait()
}

func doAlone[T any](ctx context.Context, n int, work func(ctx context.Context, i int) (T, error), use func(T) error) error {
	for i := range n {
		if err := ctx.Err(); err != nil {
			return err
		}
		result, err := work(ctx, i)
		if err != nil {
			return err
		}
		if err := use(result); err != nil {
			return err
		}
	}
	return nil
}
